def depth(n):
    count = 0
    while n % 2 == 0:
        n //= 2
        count += 1
    return count


def main():
    depths = []
    for n in range(64, 512, 64):
        depths.append(depth(n))
    print(depths, "last was", n)


if __name__ == "__main__":
    main()
