// Runs before every command in any Node version, because an older one cannot read our files and prints an unhelpful
// error.
const required = 26;
const [major = ''] = process.versions.node.split('.');
if (Number(major) < required) {
  console.error(
    `Unexpected Node ${process.versions.node}, expected Node ${required} or later, which npm ci installs in node_modules: run npm ci again without --omit=optional, or install Node ${required}.`,
  );
  process.exit(1);
}
