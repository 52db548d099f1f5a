import { expect, test } from 'vitest'
import { readIndex } from './navigation.ts'

test('an index has a group for each heading, and an entry for each link to a page', () => {
  const index = [
    '# Docs',
    '## Guides',
    '- [Jobs](jobs.md): run and watch',
    '- [Sign in](auth/sign-in.md) and [sign out](auth/sign-out.md): both',
    '- [Elsewhere](https://example.com/a.md), [a part](jobs.md#part) and `code`',
    '## More',
    'Text with a [link](other.md).'
  ].join('\n\n')
  expect(readIndex(index, 'guide/index.md')).toEqual([
    {
      title: 'Guides',
      entries: [
        { title: 'Jobs', target: 'guide/jobs.md', about: 'Jobs: run and watch' },
        { title: 'Sign in', target: 'guide/auth/sign-in.md', about: '' },
        { title: 'sign out', target: 'guide/auth/sign-out.md', about: '' }
      ]
    },
    { title: 'More', entries: [] }
  ])
})
