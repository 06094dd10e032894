match x:
  case [a, *b] | {'k': c, **d} if (e := a):
    for f in b: print(f)
  case P(x=g) as h: pass
  case as: pass
