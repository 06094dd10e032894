def volume(x, y, z):
    return sum((x * i + y * j) % (z + 1) for i in range(8) for j in range(8))


def main():
    boxes = [(n, n + 2, n % 5 + 1) for n in range(60)]
    volumes = []
    for box in boxes:
        volumes.append(volume(*box))
    print(volumes)


if __name__ == "__main__":
    main()
