def mix(a, b):
    for _ in range(30):
        a, b = b, (a * 31 + b) % 9_973
    return b


def run(seeds, salt):
    out = []
    for seed in seeds:
        out.append(mix(seed, salt))
    return out


if __name__ == "__main__":
    print(run(range(80), 12))
    print(run([5, 6, 7], 99))
