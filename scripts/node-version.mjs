import module from 'node:module';

// Runs before every command in any Node version and folder, because an older version cannot read our files, no version
// can in some folders, and Node's own errors do not help.
const required = 26;
const [major = ''] = process.versions.node.split('.');
if (Number(major) < required) {
  console.error(
    `Unexpected Node ${process.versions.node}, expected Node ${required} or later, which npm ci installs in node_modules: run npm ci again without --omit=optional, or install Node ${required}.`,
  );
  process.exit(1);
}

// Node does not find packages in a folder with an asterisk in its path, and does not load TypeScript in node_modules.
const project = new URL('..', import.meta.url).pathname;
const reason = /\*|\/node_modules\//.exec(decodeURIComponent(project))?.[0].replaceAll('/', '');
if (reason !== undefined) {
  console.error(
    `No site can be built in ${decodeURIComponent(project).replace(/\/$/, '')}, because of the ${reason} in this path. Rename the folder, or move the project, and try again.`,
  );
  process.exit(1);
}

// Otherwise Node removes the types of hundreds of files and compiles them again in every run, which is two fifths of the
// time of `npm run check`.
module.enableCompileCache?.({ directory: '.cache/fourfold/code', portable: true });
