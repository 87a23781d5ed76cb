/** From the page to a worker. `run` identifies a job for ever; a worker sees each at most once. */
export type Request =
  | { readonly type: 'run'; readonly run: number; readonly kind: string; readonly payload: unknown }
  | { readonly type: 'cancel'; readonly run: number };

/**
 * From a worker to the page. `alive` says that the worker has started or has received a request; every other message
 * is a sign of life too, and a busy worker reports its progress. After `result` or `failed` nothing more comes for that run, and nothing at all
 * after its cancel has arrived.
 */
export type Reply =
  | { readonly type: 'alive' }
  | { readonly type: 'progress'; readonly run: number; readonly done: number; readonly total: number }
  | { readonly type: 'partial'; readonly run: number; readonly partial: unknown }
  | { readonly type: 'result'; readonly run: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly run: number; readonly message: string };
