type A[T] = list[T]
def f[T: int, *Ts, **P](x: T) -> T:
    try: x()
    except* (E, F) as e: raise
    except G: pass
    finally: return lambda *a, k=1, **b: (a, b)
print >>f, 1
exec 'x' in y
t'{x}'
