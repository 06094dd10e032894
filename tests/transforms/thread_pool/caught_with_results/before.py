for n in range(25):
    if n % 6 != 4:
        with open(f"part{n}.txt", "w") as file:
            file.write(f"{n} {n * n}" if n % 5 else "broken")


def main():
    total = 0
    for n in range(25):
        print("part", n)
        try:
            with open(f"part{n}.txt") as file:
                text = file.read()
            first, second = text.split()
            size = len(text)
            print(first, second)
        except FileNotFoundError:
            print("none")
            continue
        except ValueError as error:
            print("no pair:", error)
        else:
            total += int(second) * size
        finally:
            print("done", n)
    print(total)


if __name__ == "__main__":
    main()
