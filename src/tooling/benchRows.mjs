import { pathToFileURL } from 'node:url';

// Runs one built benchmark in a process of its own, so that none meets code that another has warmed up.
const { rows } = await import(pathToFileURL(String(process.argv[2])).href);
const text = JSON.stringify(await rows(), (_, value) => (Number.isNaN(value) ? 'NaN' : value));
process.stdout.write(text, () => process.exit());
