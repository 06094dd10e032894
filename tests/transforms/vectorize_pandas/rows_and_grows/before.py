import pandas as pd


def dear(orders, limit):
    found = pd.DataFrame(columns=["name", "price", "month"])
    for i, row in orders.iterrows():
        month = row["day"].month
        if row["price"] > limit:
            found.loc[len(found)] = [row["name"], row["price"], month]
    return found


orders = pd.DataFrame(
    {
        "name": ["a", "b", "c", "d", "e", "f"],
        "price": [1.5, 8.0, 9.5, 0.5, 7.25, 6.0],
        "day": pd.date_range("2024-01-30", periods=6),
    }
)
for table in (orders, orders.assign(price=[3, 9, 9, 4, 9, 9]), orders.iloc[:1], orders.iloc[:0], orders[["day", "price"]]):
    try:
        found = dear(table, 2)
        print(found.to_string(), found.dtypes.to_dict(), found.index)
    except KeyError as error:
        print("no", error)
