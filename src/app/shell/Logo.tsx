/** Nested level sets around two minima, joined above their saddle. */
export function Logo() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden>
      <path d="M12 5.2C9.6 2.2 2 3.6 2 12s7.600 9.800 10 6.800c2.400 3 10 1.600 10-6.800s-7.600-9.800-10-6.800Z" />
      <path d="M12 12C10.400 8.200 5 8 5 12s5.400 3.800 7 0c1.600-3.800 7-4 7 0s-5.400 3.800-7 0Z" />
      <circle cx="8" cy="12" r="0.9" fill="currentColor" stroke="none" />
      <circle cx="16" cy="12" r="0.9" fill="currentColor" stroke="none" />
    </svg>
  );
}
