import time
a = []
a.append(a)
a.append(time.time())
b = {'b': a}
b['b'] = b
class A:
  pass
x = A()
x.x = x
x.t = time.time()
def f(g=f): return f(f)
f = f(f)
lambda: (yield)
print(a, b, x, f)
for a in a:
  for b in b:
    a = b = a, b
