out = []
d = {}
total = 0
for i, (a, *b) in enumerate(zip(x, y)):
    if i % 2: continue
    out.append(f(a))
    d[i] = [g(c) for c in b if c]
    total += h(i)
while out:
    v = out.pop()
    for w in v: 
        with open(w) as f: print(f.read(), file=g)
    else: break
s = {k: v for k, v in d.items()}, {z for z in out}, sum(q for q in out)
async def m():
    async for r in n: await r
