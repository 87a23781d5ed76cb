export default function LinkedSurface() { return null; }
