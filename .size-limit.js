import { pageParts } from './src/tooling/pageParts.mjs';

const { beforeContour, flat, space, network, everything } = pageParts('dist/page');

// gzip, in kB of 1000 bytes. The first budget is 40 % of plotly.min.js 4.1.1, which has 1,467,745 bytes.
export default [
  { name: 'everything that is fetched before the first contour', path: beforeContour, gzip: true, limit: '587 kB' },
  { name: 'Plotly for the contour', path: flat, gzip: true, limit: '235 kB' },
  { name: 'Plotly for the surface, on top', path: space, gzip: true, limit: '145 kB' },
  { name: 'what networks need, with the first of them', path: network, gzip: true, limit: '85 kB' },
  { name: 'all scripts and styles', path: everything, gzip: true, limit: '1100 kB' },
];
