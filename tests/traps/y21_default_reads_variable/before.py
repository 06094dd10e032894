def work(n):
    t = 0
    for k in range(1, 300):
        t += n // k
    return t


def main():
    out = []
    for x in range(40):
        if x > 20:
            y = work(x)
            out.append(y)
        else:
            out.append(work(-x))
    def f(y=y):
        return y
    print(f())


main()
