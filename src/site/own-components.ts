import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

const modules = import.meta.glob<{ default: AstroComponentFactory }>('/components/[A-Z]*.astro', {
  eager: true,
});

/** A publication's own component by name; errors name its file. */
export function ownComponent(name: string): AstroComponentFactory {
  const file = `components/${name}.astro`;
  const factory = modules[`/${file}`]?.default;
  if (!factory) throw new Error(`There is no ${file}.`);
  const blame = (cause: unknown): never => {
    const error = new Error(`${file} fails: ${cause instanceof Error ? cause.message : String(cause)}`);
    // The places in it would be those of the bundled code, which is gone by the time they are read.
    error.stack = '';
    throw error;
  };
  const make: AstroComponentFactory = (...given) => {
    try {
      const made = factory(...given);
      return made instanceof Promise ? made.catch(blame) : made;
    } catch (cause) {
      return blame(cause);
    }
  };
  return Object.assign(make, factory);
}
