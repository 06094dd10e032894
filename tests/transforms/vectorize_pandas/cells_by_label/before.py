import pandas as pd


def worth(stock, least):
    found = [stock.at[i, "price"] * stock["pieces"][i] for i in stock.index]
    most = 0.0
    for i in range(len(stock)):
        row = stock.loc[i]
        value = stock.at[i, "price"] * row["pieces"]
        if value > most:
            most = value
    return found, most


stock = pd.DataFrame({"price": [1.5, 2.25, 0.5], "pieces": [2, 3, 4]})
print(worth(stock, 1))
print(worth(stock.astype("float64"), 1))
for labels in (["x", "y", "z"], [2, 1, 0], [1, 1, 2]):
    try:
        print(worth(stock.set_index(pd.Index(labels)), 0.0))
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__)
