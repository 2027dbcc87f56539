"""A branch: the national contest or one of its regional contests, and how its portal looks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.record import FABRICATED, BranchId, ContentFile, Email, Record, Text

Percent = Annotated[int, Field(ge=0, le=100)]
Percents = tuple[Percent, Percent, Percent, Percent]


class Colours(Record):
    """The two hues of a portal, as `#rrggbb`; print takes the exact per cents of its four inks where they are given."""

    primary: str = Field(title="主色", pattern=r"^#[0-9a-fA-F]{6}$")
    accent: str = Field(title="点缀色", pattern=r"^#[0-9a-fA-F]{6}$")
    primary_cmyk: Percents | None = Field(None, title="主色的油墨")
    accent_cmyk: Percents | None = Field(None, title="点缀色的油墨")


class SiteMark(Record):
    """The mark of a public body's site: a picture among the branch's assets, and the page that vouches for it."""

    file: Text = Field(title="图片文件名")
    kind: Literal["party-government", "institution"] = Field(title="党政机关或事业单位")
    url: str = Field(title="查验网址", pattern=r"^https?://")


class Footer(Record):
    """What the law and good manners put under every page."""

    organiser: Text | None = Field(None, title="主办单位")
    undertaker: Text | None = Field(None, title="承办单位")
    address: Text | None = Field(None, title="地址")
    phone: Text | None = Field(None, title="电话")
    email: Email | None = Field(None, title="电子邮箱")
    icp: Text | None = Field(None, title="ICP 备案号")
    police: Text | None = Field(None, title="公安备案号")
    police_badge: Text | None = Field(None, title="公安备案图标")
    site_code: Text | None = Field(None, title="网站标识码")
    mark: SiteMark | None = Field(None, title="党政机关或事业单位网站标识")
    copyright: Text | None = Field(None, title="版权说明")
    privacy: Text | None = Field(None, title="隐私说明页")
    ipv6: bool = Field(False, title="支持 IPv6")
    text: Text | None = Field(None, title="页脚说明")


class Branch(ContentFile):
    """A branch of the contest: `branches/<id>/branch.yml`."""

    id: str = Field(title="分赛编号")
    name: Text = Field(title="简称")
    full_name: Text = Field(title="全称")
    kind: Literal["national", "provincial"] = Field(title="类别")
    region: Text | None = Field(None, title="地区")
    colours: Colours = Field(title="颜色")
    mark: str = Field(title="字标", min_length=1, max_length=2)
    logo: Text | None = Field(None, title="标志图片")
    repository: str | None = Field(None, title="编辑地址", pattern=r"^https?://")
    footer: Footer = Field(Footer(), title="页脚")
    profile: Text | None = Field(None, title="简介")
    profile_kind: Literal["government"] | None = Field(None, title="网站性质")
    leaving_notice: Literal["always", "non-government"] | None = Field(None, title="离开本站前提示")
    demo: bool = Field(False, title=FABRICATED)

    @property
    def key(self) -> BranchId:
        """The branch's id."""
        return BranchId(self.id)
