import toTerminal from 'astro/logger/node';

/**
 * Where a build's messages go: to the terminal, but for the stack of a page that fails. Astro writes that before it throws the
 * error, and whoever catches it says what is wrong and where.
 */
export default function openBuildLogger(): ReturnType<typeof toTerminal> {
  const terminal = toTerminal({ level: 'warn' });
  return {
    ...terminal,
    write: (event) => {
      if (event.label !== null || !/\n +at /.test(event.message)) terminal.write(event);
    },
  };
}
