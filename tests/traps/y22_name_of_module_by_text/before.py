def work(n):
    t = 0
    for k in range(1, 300):
        t += n // k
    return t


out = []
for x in range(40):
    y = work(x)
    out.append(y)
import __main__
print(getattr(__main__, "x"))
