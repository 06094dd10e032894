log = open("steps.log", "w")


def root(n):
    guess = n
    while guess * guess > n:
        guess = (guess + n // guess) // 2
        log.write(f"{n} {guess}\n")
    return guess


roots = []
for n in range(1, 40):
    roots.append(root(n * 1_009))
log.close()
print(roots)
