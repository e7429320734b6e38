"""How money, days and numbers look in a language, by the rules of CLDR (Babel).

Texts and documents use the same functions, so that a sum looks the same in the chat and on paper. Babel reads its
patterns anew at each call, so what it made is kept.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, get_currency_symbol
from babel.units import format_unit

from knowledge.language import Language


@lru_cache(maxsize=64)
def locale_of(language: Language | str, country: str) -> Locale:
    """Return the locale of a language in a country; English is written the British way."""
    match Language(language):
        case Language.SV:
            return Locale("sv", country if country in {"FI", "SE"} else "SE")
        case Language.FI:
            return Locale("fi", "FI")
        case Language.EN:
            return Locale("en", "GB")


@lru_cache(maxsize=256)
def money(amount: float | Decimal, currency: str, locale: Locale, *, cents: bool = False) -> str:
    """Return a sum with its currency; whole sums without decimals, unless cents stand in the same column."""
    exact = Decimal(str(amount))
    pattern = locale.currency_formats["standard"].pattern
    whole = not cents and is_whole(exact)
    return format_currency(
        exact,
        currency,
        pattern.replace(".00", "") if whole else pattern,
        locale=locale,
        currency_digits=False,
    )


def is_whole(amount: float | Decimal) -> bool:
    """Tell whether a sum has no cents."""
    exact = Decimal(str(amount))
    return exact == exact.to_integral_value()


@lru_cache(maxsize=256)
def plain_amount(value: float | Decimal, locale: Locale, *, cents: bool = False) -> str:
    """Return a sum without its currency, for a column whose head names it."""
    whole = not cents and is_whole(value)
    pattern = "#,##0" if whole else "#,##0.00"
    return str(format_decimal(Decimal(str(value)), format=pattern, locale=locale))


@lru_cache(maxsize=16)
def currency_sign(currency: str, locale: Locale) -> str:
    """Return how a currency is written, as in "€"."""
    return str(get_currency_symbol(currency, locale=locale))


@lru_cache(maxsize=256)
def day(when: date, locale: Locale) -> str:
    """Return a day with its month in words."""
    return str(format_date(when, "long", locale=locale))


@lru_cache(maxsize=256)
def number(amount: float | Decimal, locale: Locale) -> str:
    """Return a number with the separators of the language."""
    return str(format_decimal(Decimal(str(amount)), locale=locale))


@lru_cache(maxsize=64)
def language_name(code: str, locale: Locale) -> str:
    """Return how a language is called in another."""
    return str(Locale(code).get_display_name(locale))


@lru_cache(maxsize=256)
def months(count: int, locale: Locale) -> str:
    """Return a length in months, in words."""
    return str(format_unit(count, "duration-month", locale=locale))


@lru_cache(maxsize=64)
def months_in_short(count: int, locale: Locale) -> str:
    """Return a length in months as it fits into the head of a column."""
    return str(format_unit(count, "duration-month", "short", locale=locale))


@lru_cache(maxsize=256)
def minutes(count: float, locale: Locale) -> str:
    """Return a length in minutes."""
    return str(format_unit(count, "duration-minute", "short", locale=locale))
