def f(:
  for x in [1, 2
    print(f'{x!r:>{w}')
class (
@
with as b: del
