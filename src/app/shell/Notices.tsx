import { List, Text } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { Fragment, useEffect } from 'react';
import { type Notice, onNotice } from '../../store/notices.ts';
import classes from './Notices.module.css';

const LOOK = {
  info: { color: 'slate', autoClose: 3500 },
  warning: { color: 'yellow', autoClose: 8000 },
  error: { color: 'red', autoClose: false },
} as const;

/** No list is longer on screen; the rest is counted. */
const MAX_DETAILS = 12;

/** A line whose leading path, `experiment.methods[0].id`, may be broken after its dots. */
function Breakable({ line }: { readonly line: string }) {
  const pieces = line.split(/(?<=^\S*\.)/);
  return pieces.map((piece, i) => (
    // The pieces of a line do not move.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={i}>
      {piece}
      <wbr />
    </Fragment>
  ));
}

function Message({ notice }: { readonly notice: Notice }) {
  const { text, details = [] } = notice;
  return (
    <div className={classes.message}>
      <Text size="sm">{text}</Text>
      {details.length > 0 && (
        <List size="xs" mt={4} spacing={2}>
          {[...new Set(details)].slice(0, MAX_DETAILS).map((line) => (
            <List.Item key={line}>
              <Breakable line={line} />
            </List.Item>
          ))}
          {details.length > MAX_DETAILS && <List.Item>and {details.length - MAX_DETAILS} more</List.Item>}
        </List>
      )}
    </div>
  );
}

let shownError: string | null = null;

/** Shows a notice; what was last tried counts, so a new error takes the place of the one before. */
function show(notice: Notice): void {
  if (notice.kind === 'error' && shownError) notifications.hide(shownError);
  const id = notifications.show({
    message: <Message notice={notice} />,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close' },
    ...LOOK[notice.kind],
  });
  if (notice.kind === 'error') shownError = id;
}

/** Where sentences appear that have no place of their own: over the inspector, else at the top, never on the transport. */
export default function Notices({ overInspector }: { readonly overInspector: boolean }) {
  useEffect(() => onNotice(show), []);
  return (
    <Notifications
      position={overInspector ? 'bottom-right' : 'top-center'}
      limit={3}
      notificationMaxHeight="70dvh"
      classNames={{ root: classes.root as string, notification: classes.notification as string }}
      containerWidth={overInspector ? 'calc(var(--sl-right-width) - 1rem)' : 460}
    />
  );
}
