global x
nonlocal y
def f(a, a=1, *, *b, **c, d): global a; yield from (yield)
class C(C, metaclass=C):
  C = C
  def C(self): return super().C()
[(x := x) for x in x if (lambda x: (x := x))]
del (f), [g], *h
from . import *
from .... import a.b as c
import . as d
