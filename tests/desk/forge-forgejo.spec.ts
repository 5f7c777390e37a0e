import { officeWork } from './support/office-work.ts';
import { test } from './support/province.ts';

test.use({ forgeMake: 'forgejo' });
officeWork();
