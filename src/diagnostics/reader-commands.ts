/**
 * Names commands as the reader of a text types them: `npx fourfold check --fix` where Fourfold is installed as a package. Texts name
 * them as in a clone: `npm run check -- --fix`.
 */
export function commandsOfPackage(text: string): string {
  return text.replaceAll(
    /npm run (?:-s |--silent )?([a-z]+(?:-[a-z]+)*)(?: --(?= ))?( {2,})?/g,
    (whole: string, name: string, gap?: string) => {
      const command = `npx fourfold ${nameInPackage[name] ?? name}`;
      // What stands in a column stays in it.
      return gap === undefined ? command : command.padEnd(whole.length - 2) + '  ';
    },
  );
}

/** npm runs a script named `publish` when it publishes a package, so that the clone's has another name. */
const nameInPackage: Readonly<Record<string, string>> = { 'publish-brief': 'publish' };
