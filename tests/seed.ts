import fc from 'fast-check';

// Reproducible random input, so that a change is only judged by its own faults. `FUZZ=1` uses new input.
if (process.env['FUZZ'] !== '1') fc.configureGlobal({ seed: 20_250_918 });
