import pandas as pd


def windows(prices, days, places):
    found = []
    for i in places:
        window = prices["price"].iloc[max(0, i - days) : i + 1]
        if len(window) > 1 and not window.empty:
            found.append((window.max(), window.min(), window.sum(), window.mean(), window.iloc[0]))
        found.append((window.tolist(), prices["pieces"].iloc[:i].sum(), prices["pieces"].iloc[i - 2 :].mean()))
        found.append((prices["name"].iloc[i : i + 1].item(), prices["name"].iloc[i:].values[-1], prices["open"].iloc[:i].max()))
    return found


count = 9
prices = pd.DataFrame(
    {
        "price": [(0.1 * i - 0.3) ** 3 for i in range(count)],
        "pieces": [i * i for i in range(count)],
        "name": ["name" * i for i in range(count)],
        "open": [i % 3 == 0 for i in range(count)],
    },
    index=list("abcdefghi"),
)
missing = prices.assign(price=[None, 1.5, float("inf"), -0.0, 0.0, 2.5, 1e300, 2.5, None])
for table in (prices, missing, prices.convert_dtypes(), prices.iloc[:0], prices.drop(columns="open"), 3):
    for places in (range(count), [0, 1, 2, 3, 4, 5, 6.0], [1, 2, 3, 4, -1, True, -3, 8], range(20)):
        try:
            for line in windows(table, 3, places):
                print(repr(line))
        except (KeyError, TypeError, ValueError) as error:
            print(type(error).__name__, error)
