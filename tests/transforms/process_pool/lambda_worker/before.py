def main():
    weigh = lambda n: sum((n * k) % 19 for k in range(60))
    results = [weigh(n) for n in range(60)]
    print(results)


if __name__ == "__main__":
    main()
