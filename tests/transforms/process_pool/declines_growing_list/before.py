def halves(n):
    return [n // 2, n - n // 2] if n > 3 else []


def main():
    queue = [40]
    sizes = []
    for n in queue:
        parts = halves(n)
        queue.extend(parts)
        sizes.append(len(parts))
    print(len(queue), sizes)


if __name__ == "__main__":
    main()
