export function ExportMenuItems() { return null; }
