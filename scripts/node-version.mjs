// Runs before every command, in whatever Node there is: an older one reads none of our files, and says so in its own words.
const required = 26;
const [major = ''] = process.versions.node.split('.');
if (Number(major) < required) {
  console.error(
    `Unexpected Node ${process.versions.node}, expected Node ${required} or later, which npm ci puts into node_modules: run npm ci again without --omit=optional, or install Node ${required}.`,
  );
  process.exit(1);
}
