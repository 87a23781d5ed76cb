// Imported first by every command, before anything that an older Node could not load.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Sublevel needs Node 20.19 or later; this is Node ${process.versions.node}. ` +
      'Install a current one from https://nodejs.org and run the command again.\n',
  );
  process.exit(1);
}
