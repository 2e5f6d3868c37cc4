/** Whether a path is that of a file that systems, editors or Git leave behind. */
export function isLeftover(path: string): boolean {
  return path.split('/').some((name) => leftover.test(name));
}

const leftovers: readonly RegExp[] = [
  // macOS
  /^(?:\.DS_Store|\.AppleDouble|\.LSOverride|\.Spotlight-V100|\.Trashes|\.fseventsd|\.TemporaryItems|__MACOSX|Icon\r)$/,
  /^\._/,
  // Windows
  /^(?:ehthumbs(?:_vista)?|thumbs)\.db$/,
  /^(?:desktop\.ini|\$RECYCLE\.BIN|System Volume Information)$/,
  // Linux and file servers
  /^(?:\.directory|\.Trash-\d+|lost\+found|@eaDir|#recycle)$/,
  /^\.(?:nfs|fuse_hidden)[0-9a-f]+$/,
  // Editors: backups, swap files and locks of vim, Emacs, Kate, nano and LibreOffice; folders of projects
  /~$/,
  /^~\$/,
  /^\..+\.(?:sw[a-p]x?|kate-swp)$/,
  /^(?:#.*#|\.#.*|\.~lock\..*#)$/,
  /^\.(?:idea|vscode|vs|obsidian|fleet|zed|history|sublime-project|sublime-workspace)$/,
  // Git, and what a merge or a download that was broken off leaves
  /^\.git(?:keep|ignore|attributes|modules)$/,
  /\.(?:orig|rej|crdownload)$/,
  // Sync services
  /^\.(?:dropbox|dropbox\.attr|dropbox\.cache|sync|stfolder|stversions|stignore)$/,
  /^\.syncthing\..*\.tmp$/,
];

const leftover = new RegExp(leftovers.map(({ source }) => source).join('|'), 'i');

/** The secret that a path suggests; undefined if none. */
export function secretOfPath(path: string): string | undefined {
  for (const name of path.split('/')) {
    const found = secrets.find(({ pattern }) => pattern.test(name));
    if (found) return found.what;
  }
  return undefined;
}

const secrets: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /^\.env(?:rc|\..+)?$/i, what: 'file of settings and passwords' },
  { pattern: /^\.(?:git|svn|hg|bzr)$/i, what: 'repository with its whole history' },
  {
    pattern: /^\.(?:htpasswd|netrc|pgpass|npmrc|pypirc|git-credentials|my\.cnf)$/i,
    what: 'file of passwords',
  },
  { pattern: /^\.(?:aws|azure|docker|gnupg|kube|ssh)$/i, what: 'folder of keys' },
  { pattern: /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$/i, what: 'private key' },
  { pattern: /\.(?:jks|kdbx?|keystore|p12|pfx|ppk)$/i, what: 'store of keys' },
  {
    pattern: /^\.(?:bash|zsh|python|node_repl|psql|mysql)_history$/i,
    what: 'list of commands that were typed',
  },
];

/** Whether a file starts like a private key (RFC 7468, OpenSSH, OpenPGP) or a service account. */
export function beginsWithKey(text: string): boolean {
  return /^-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|"private_key"\s*:\s*"-----BEGIN /m.test(
    text,
  );
}
