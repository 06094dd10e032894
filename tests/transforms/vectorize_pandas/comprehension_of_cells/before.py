import pandas as pd


def worth(stock):
    return [stock.at[i, "price"] * stock["pieces"][i] for i in stock.index]


def dear(stock):
    return [row["price"] > 1 for _, row in stock.iterrows()]


stock = pd.DataFrame({"price": [1.5, 2.25, 0.5], "pieces": [2, 3, 4]})
for table in (stock, stock.astype("int64"), stock.iloc[:0], stock.iloc[:1], stock.assign(name="x")):
    print(worth(table), dear(table), [type(one).__name__ for one in worth(table) + dear(table)])
