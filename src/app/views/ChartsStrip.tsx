export function ChartsStrip(_props: { readonly open: boolean; readonly oneChart: boolean }) { return null; }
