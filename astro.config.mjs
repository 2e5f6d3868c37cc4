import { astroConfig } from './src/astro/config.ts';
import { fourfold } from './src/astro/integration.ts';

// For editors and `astro check`; the commands pass the configuration themselves.
const { configFile, ...config } = astroConfig(import.meta.dirname, 'dev');
export default { ...config, integrations: [fourfold()] };
