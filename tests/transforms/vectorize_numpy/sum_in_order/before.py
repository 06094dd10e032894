def energy(masses, speeds):
    total = 0.0
    lost = 0
    heavy = 0
    for mass, speed in zip(masses, speeds):
        total += 0.5 * mass * speed * speed
        lost -= mass * 0.1
        if mass > 2.0:
            heavy += 1
    return total, lost, heavy


print(energy([0.1 * i for i in range(60)], [1.0 / (i + 1) for i in range(60)]))
print(energy([], []), energy([1e308, 1e308], [3.0, -1e300]))
