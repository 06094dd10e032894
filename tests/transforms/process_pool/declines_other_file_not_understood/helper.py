def report(results:
    print(len(results))
