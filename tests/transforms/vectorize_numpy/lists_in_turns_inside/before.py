def wave(now, then, width, steps, factor):
    for t in range(steps):
        for i in range(1, width - 1):
            then[i] = 2.0 * now[i] - then[i] + factor * (now[i - 1] - 2.0 * now[i] + now[i + 1])
        now, then = then, now
        if t == 5 or t > 40 and t % 16 == 2:
            print(t, now[width // 2])
    return now


def decay(amounts, rates, steps):
    for _ in range(steps):
        for i in range(len(amounts)):
            if amounts[i] > 10.0:
                amounts[i] = amounts[i] / rates[i]
    return amounts


print(wave([float(i % 7) for i in range(40)], [float(i % 5) for i in range(40)], 40, 80, 0.2))
print(decay([4.0 * i for i in range(12)], [1.0 + i / 10 for i in range(12)], 6))
print(decay([], [], 6))
kept = [50.0, 3.0, 99.0]
try:
    decay(kept, [1.5, 1.0, 0.0], 4)
except ZeroDivisionError:
    print(kept)
