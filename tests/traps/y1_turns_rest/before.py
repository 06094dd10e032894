import sys

turns, done = 3, "done"
history = []


def decay(old, new):
    for i in range(len(old)):
        new[i] = old[i] * 0.5 + i


def run(steps, every):
    global history
    first = [float(k) for k in range(9)]
    second = [0.0] * 9
    for step in range(steps):
        decay(first, second)
        first, second = second, first
        if step % every == every - 1:
            history = history + [first[2]]
            every = every + 1
            if step > 30:
                return step, turns
            for k in range(2):
                for i in range(len(first)):
                    first[i] = first[i] + second[i]
                if k:
                    continue
    else:
        print("all")
    return step, every, first


def values(steps):
    now, then = [0.0, 1.0, 2.0], [0.0, 0.0, 0.0]
    for step in range(steps, 0, -1):
        for i in range(1, 3):
            then[i] = now[i] + now[i - 1]
        now, then = then, now
        if step // 3 * 3 == step:
            yield step, list(now)
    yield step, now


for n in (int(sys.argv[1]), 1, 4):
    print(run(n, 2), done)
    print(list(values(n)))
print(history)
