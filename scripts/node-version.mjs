// Runs before every command, in whatever Node there is: an older one reads none of our files, and says so in its own words.
const least = 26;
const [major = ''] = process.versions.node.split('.');
if (Number(major) < least) {
  console.error(
    `Unexpected Node ${process.versions.node}, expected Node ${least} or later, which npm ci puts into node_modules: run npm ci again without --omit=optional, or install Node ${least}.`,
  );
  process.exit(1);
}
