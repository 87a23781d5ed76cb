/** Plotly types its whole bundle; these are the parts that are imported one by one. */
declare module 'plotly.js/lib/core' {
  export type { Data, Layout } from 'plotly.js';
  export { default } from 'plotly.js';
}

declare module 'plotly.js/lib/contour' {
  const contour: import('plotly.js').PlotlyModule;
  export default contour;
}

declare module 'plotly.js/lib/scatter3d' {
  const scatter3d: import('plotly.js').PlotlyModule;
  export default scatter3d;
}

declare module 'plotly.js/lib/surface' {
  const surface: import('plotly.js').PlotlyModule;
  export default surface;
}
