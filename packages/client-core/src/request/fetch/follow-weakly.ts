import { follow } from '../../utils/abort-signals.ts'

/** Removes the listeners of dropped targets, on runtimes that report dropped objects. */
const forgotten: FinalizationRegistry<() => void> | undefined = /* @__PURE__ */ (() =>
  typeof FinalizationRegistry === 'function' && typeof WeakRef === 'function'
    ? new FinalizationRegistry<() => void>((unlink) => unlink())
    : undefined)()

/** Like `follow`, but the parents do not keep `target` alive. If the target is dropped, its listeners are removed. */
export function followWeakly<T extends object>(
  target: T,
  parents: readonly (AbortSignal | null | undefined)[],
  onAbort: (target: T, reason: unknown) => void
): () => void {
  if (!forgotten) return follow(parents, (reason) => onAbort(target, reason))
  const unlink = followRef(new WeakRef(target), parents, onAbort)
  forgotten.register(target, unlink)
  return unlink
}

/** A separate function, because a closure in the same scope would keep the target alive. */
function followRef<T extends object>(
  ref: WeakRef<T>,
  parents: readonly (AbortSignal | null | undefined)[],
  onAbort: (target: T, reason: unknown) => void
): () => void {
  return follow(parents, (reason) => {
    const target = ref.deref()
    if (target) onAbort(target, reason)
  })
}
