import { List, Text } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { type Notice, onNotice } from '../../store/notices.ts';

const LOOK = {
  info: { color: 'slate', autoClose: 3500 },
  warning: { color: 'yellow', autoClose: 8000 },
  error: { color: 'red', autoClose: false },
} as const;

/** No list is longer on screen; the rest is counted. */
const MAX_DETAILS = 12;

function Message({ notice }: { readonly notice: Notice }) {
  const { text, details = [] } = notice;
  return (
    <>
      <Text size="sm">{text}</Text>
      {details.length > 0 && (
        <List size="xs" mt={4} spacing={2}>
          {details.slice(0, MAX_DETAILS).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
          {details.length > MAX_DETAILS && <List.Item>and {details.length - MAX_DETAILS} more</List.Item>}
        </List>
      )}
    </>
  );
}

/** Where sentences appear that have no place of their own. */
export function Notices() {
  useEffect(
    () =>
      onNotice((notice) =>
        notifications.show({
          message: <Message notice={notice} />,
          withBorder: true,
          closeButtonProps: { 'aria-label': 'Close' },
          ...LOOK[notice.kind],
        }),
      ),
    [],
  );
  return <Notifications position="bottom-center" limit={4} containerWidth={460} />;
}
