"""What happened to those whom a number of a Chinese sentence counts: sent out, taken back, thrown out, valid."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.late import late
from evidence.read.prose.samples.counts import Count
from evidence.read.prose.samples.fates import ASIDE, ASKED, COLLECTED, DROPPED, PART, Role

__all__ = ["chinese_role", "is_chinese"]

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_UNIT = late(
    r"\s*(?:余)?\s*(?:份|名|人|位|例|个(?!月|题|项|维|条|因|变|问)|户|家|所|对|套|组(?=配对|数据)|条(?=数据|记录))"
)
_OTHER_UNIT = late(r"\s*(?:岁|年|月|日|天|周|次|题|项|条|道|分|元|届|期|级|点|个)")
_STOP = late(r"[,，;；。:：]")
_AFTERWARDS = late(r"(?:剔除|排除|删除|去除|去掉|筛除|扣除|除去|清理)[^,，;；。\d]*?(?:后|之后|以后)")
_RATE = re.compile(r"(?:有效)?(?:回收)?有?效?率")
_ASIDE = late(r"预测试|预调查|预调研|预试|前测|试测|初测|重测|访谈|专家|以往|前人|bootstrap|抽样次|重复抽")
_PART = late(r"其中(?!有效|可用|合格)|男|女|年级|大[一二三四]|占|来自|城镇|农村|本科|硕士")
_GAINED = re.compile(r"其中(?:有效|可用|合格)")
_ROLES = (
    (DROPPED, late(r"剔除|排除|删除|去除|去掉|筛除|作废|无效|废卷|不合格|缺失|流失|拒绝|退出|漏答|未(?:作答|填|完成|收回)")),
    (Role("analysed", 10), re.compile(r"有效|合格|可用|最终|最后|纳入|用于分析|进入分析|保留|剩余|余下|匹配|配对")),
    (COLLECTED, re.compile(r"回收|收回|收到|返回|收集|回答|返还")),
    (ASKED, re.compile(r"发放|发出|派发|投放|分发|下发|寄出|发送|邀请|寄送|发了|总体")),
    (Role("sample", 7), re.compile(r"样本|被试|参与者|受访者|参加|参与|对象|选取|抽取|选择|调查|施测|测查|填写|作答|完成")),
)  # fmt: skip


def is_chinese(text: str) -> bool:
    """Whether Chinese stands in a text."""
    return _CHINESE.search(text) is not None


def chinese_role(count: Count, text: str, previous: int, following: int) -> Role | None:
    """The role of a number by the words of its clause between its neighbours.

    >>> text = "共发放问卷450份,回收有效问卷377份。"
    >>> [chinese_role(Count(0, a, b, b), text, p, f).name for a, b, p, f in ((5, 8, 0, 16), (15, 18, 8, 21))]
    ['asked', 'analysed']
    """
    unit = _UNIT.match(text, count.end)
    before = _AFTERWARDS.sub("", text[previous : count.start])
    clause = _RATE.sub("", _STOP.split(before)[-1])
    behind = _RATE.sub("", _STOP.split(text[unit.end() if unit else count.end : following])[0])
    if _ASIDE.search(clause + behind):
        return ASIDE
    if not unit and (_OTHER_UNIT.match(text, count.end) or not (count.equals or _ends_in_size(clause))):
        return None
    if _PART.search(clause) and not _GAINED.search(clause):
        return PART
    if count.equals:
        return Role("sample", 7)
    for words in (clause, behind):
        role = next((role for role, told in _ROLES if told.search(words)), None)
        if role is not None:
            return role
    return None


def _ends_in_size(clause: str) -> bool:
    return re.search(r"(?:样本量?|问卷|人数|被试)[^,，]{0,6}?(?:为|是|共|达|计|有)?\s*$", clause) is not None
