// Runs before every command in any Node version and folder, because an older one cannot read our files, nor any those of some
// folders, and the error that it prints helps nobody.
const required = 26;
const [major = ''] = process.versions.node.split('.');
if (Number(major) < required) {
  console.error(
    `Unexpected Node ${process.versions.node}, expected Node ${required} or later, which npm ci installs in node_modules: run npm ci again without --omit=optional, or install Node ${required}.`,
  );
  process.exit(1);
}

// Node finds no package below a folder with an asterisk in its name, and reads no TypeScript in node_modules.
const project = new URL('..', import.meta.url).pathname;
const reason = /\*|\/node_modules\//.exec(decodeURIComponent(project))?.[0].replaceAll('/', '');
if (reason !== undefined) {
  console.error(
    `No site can be built in ${decodeURIComponent(project).replace(/\/$/, '')}, because of the ${reason} in this path. Rename the folder, or move the project, and try again.`,
  );
  process.exit(1);
}
