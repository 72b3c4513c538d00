import { fieldsSaid, type StatedCase } from '../acts/said.rules.js';
