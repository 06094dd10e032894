def canonical(n):
    return "".join(sorted(str(n ** 5)))


def main():
    classes = {canonical(n) for n in range(300)}
    print(len(classes), sorted(classes)[:4])


if __name__ == "__main__":
    main()
