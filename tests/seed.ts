import fc from 'fast-check';

// The same wild inputs each time: a change that lands is judged by its own faults, not by a stroke of luck.
// `FUZZ=1` draws new ones.
if (process.env['FUZZ'] !== '1') fc.configureGlobal({ seed: 20_250_918 });
