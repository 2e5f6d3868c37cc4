import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that wait for an install, builds or browsers begin first, so that the others fill the time beside them. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

const slow = ['tests/site/', 'tests/diagnostics/codes', 'tests/cards/scripts', 'tests/scripts/'];

function rankOf({ moduleId }: TestSpecification): number {
  const at = slow.findIndex((part) => moduleId.includes(part));
  return at < 0 ? slow.length : at;
}
