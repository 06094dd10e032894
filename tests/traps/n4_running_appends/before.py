def run(a, xs):
    for x in xs:
        a.append(a[-1] + x)
    return a
def twice(a, xs):
    for x in xs:
        a.append(x - 1.0)
        a.append(a[-1] + x)
    return a
def longer(a, xs):
    for x in xs:
        a.append(a[-1] + x * len(a))
    return a
def minus(a, xs):
    for x in xs:
        a.append(x - a[-1])
    return a
def other(a, b, xs):
    for x in xs:
        a.append(b[-1] + x)
    return a
def some(a, xs):
    for x in xs:
        if x > 1.0:
            a.append(a[-1] + x)
    return a
xs = [k % 19 * 0.125 for k in range(60)]
print(run([0.0], xs)[-1], run([1.5, 2.5], [1.0, 2.0]), run([float("nan")], [0.5]))
print(twice([1.0], xs)[-3:], longer([1.0], xs)[-3:], minus([1.0], xs)[-3:], other([1.0], [3.0], xs)[-2:], some([1.0], xs)[-3:])
b = [1.0]
print(other(b, b, xs[:5]))
try:
    run([], [1.0])
except IndexError as e:
    print(e)
print(run([], []))
